"""One module a format: `read(source)` yields drafts of articles, problems, or bytes of another format inside it."""
