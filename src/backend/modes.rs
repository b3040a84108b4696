//! The bytes that take the terminal over and give it back. They are constants, so that a panic hook or a signal
//! handler can send them without asking anything of a session; sending [`LEAVE`] twice does no harm.

/// Alternate screen (1049), cursor hidden. The first frame sets every other mode it relies on.
pub const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l";

/// Bracketed paste (2004) on; send it after [`ENTER`] where wanted. [`LEAVE`] switches it off.
pub const PASTE: &[u8] = b"\x1b[?2004h";

/// Undoes [`ENTER`], [`PASTE`] and every frame: ends a broken synchronized update, whole scroll region, wrapping on,
/// plain style, cursor shown, main screen.
pub const LEAVE: &[u8] = b"\x1b[?2026l\x1b[r\x1b[?7h\x1b[m\x1b[?2004l\x1b[?25h\x1b[?1049l";

/// Puts a terminal in an unknown state into the one the painter starts from: no sequence half sent, G0 is ASCII, no
/// wrapping at the margin (so that the last cell of the last row cannot scroll the screen), no insert mode, whole
/// scroll region, plain style, empty screen, cursor home.
pub(super) const START_OVER: &[u8] = b"\x18\x0f\x1b(B\x1b[?7l\x1b[4l\x1b[r\x1b[m\x1b[H\x1b[J";

/// Begin and end a synchronized update (mode 2026): the terminal shows what lies between at once.
pub(super) const BEGIN: &[u8] = b"\x1b[?2026h";
/// See [`BEGIN`].
pub(super) const END: &[u8] = b"\x1b[?2026l";
/// Hides the cursor (DECTCEM).
pub(super) const HIDE: &[u8] = b"\x1b[?25l";
/// Shows the cursor (DECTCEM).
pub(super) const SHOW: &[u8] = b"\x1b[?25h";
