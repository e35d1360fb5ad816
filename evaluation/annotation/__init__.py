"""What annotators need: checking gold, agreement, drafts, and the formats of annotation tools."""
