//! What the studio needs of the browser besides what the quiz does.

pub mod address;
pub mod check_worker;
pub mod disk;
pub mod draft_frame;
pub mod drafts;
pub mod event;
pub mod frame;
pub mod host;
mod lock;
pub mod memory;
pub mod moment;
pub mod picture;
pub mod site;
pub mod storage;
