"""The texts of meetings: their words, phrases, runs of words, and the themes and subjects that they show."""
