"""Children looked after: visits, reviews, placements, health, adoption."""
