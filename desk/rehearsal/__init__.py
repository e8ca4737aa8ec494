"""A draft tried before it is published: checked, drawn, and run in the real kiosk program."""
