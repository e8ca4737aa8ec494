"""Staff pages that change the bundle: messages, texts, hours, services, flows."""
