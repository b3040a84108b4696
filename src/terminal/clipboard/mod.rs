//! Copying text to the reader's clipboard: through the terminal by OSC 52, which also reaches the machine a
//! reader sits at over SSH, or through the tool of this machine's desktop. It never reads a clipboard.
//!
//! A tool run for a second is chosen over a library such as `arboard` on purpose: on X11 and Wayland whoever
//! owns the selection has to stay and serve it, so a library would keep a thread and a connection open in the
//! program, lose the text when it ends, and bring in an X11 client, an image decoder and some thirty crates
//! for one line of text. `clip.exe` is never run: it takes the bytes for the code page of the system and
//! turns Chinese into something else, where OSC 52 does not.

mod copy;
mod osc52;
mod tool;
mod way;

pub use copy::{Copied, Copier};
pub use osc52::{LIMIT, Multiplexer, fitting, sequence};
pub use tool::{Refusal, ToolError};
pub use way::{Tool, Way, on_path, way};
