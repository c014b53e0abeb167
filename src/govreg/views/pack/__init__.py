"""The review pack: a paper that a Board can take, made of the answers to a review's questions."""
