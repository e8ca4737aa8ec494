"""What happens in the process that looks for a new bundle: fetch, verify, unpack, examine."""
