"""Who works here: roles, the second factor, sessions, and the history of what was changed."""
