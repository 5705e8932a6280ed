"""Where a source's documents are found: feeds, sitemaps, listing pages, a search interface."""
