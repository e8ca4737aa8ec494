"""What decides, and touches nothing: no clock, file, thread, network or screen."""
