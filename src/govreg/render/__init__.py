"""Reports as text: one format a module; none prints, none knows what a meeting is."""
