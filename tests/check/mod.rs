//! Each rule of `check`: a sound library, one change that breaks exactly that rule, and the place it is
//! found at.

mod library;
mod rules;
