"""The only code that knows paper.

Importing this package or any module of it costs next to nothing: what is slow to load
(ESC/POS, QR codes, pictures) is loaded by the printing thread, which `PrinterWorker.warm_up`
does ahead of the first receipt.
"""
