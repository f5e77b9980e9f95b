"""What a line may be: candidates, each with the evidence that speaks for it."""
