//! Dates as people know them: EDTF (ISO 8601-2), at their own precision.
