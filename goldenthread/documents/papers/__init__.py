"""Council papers: decision reports, questions and answers."""
