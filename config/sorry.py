"""What a person must mend before the program can go on; its text says what, and how."""


class Sorry(Exception):  # noqa: N818 - its text is the message, and nothing is in error but a file
    """One sentence, or one line for each problem, for whoever started the program."""
