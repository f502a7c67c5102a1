//! Makes a built page into a folder that can be uploaded over an older one.
//!
//! [`Release`] says where the folders are; [`Release::prepare`] brings the files of earlier builds
//! into the new folder, puts compressed files beside those that the build made, and adds what hosts
//! read. An [`Archive`] is what of it is handed out as one zip.

mod archive;
mod builds;
mod compressed;
mod folder;
mod hashed;
mod release;

pub use archive::{Archive, names};
pub use builds::KEPT;
pub use hashed::is_hashed;
pub use release::Release;
