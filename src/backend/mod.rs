//! A ratatui backend that sends the fewest bytes over any `Write`.
