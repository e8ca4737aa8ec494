"""The page behind the QR code: how is it with what I handed in?"""
