//! Figures as people write them, read into qualifier, amount and unit.
