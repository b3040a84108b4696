//! Chinese and mixed text on a grid of columns: how wide it is, where it breaks, what of it is safe to show.
