//! Files of the person's own: picked, dropped and saved.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use js_sys::{Array, ArrayBuffer, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, File, FileList, HtmlAnchorElement, HtmlInputElement, Url};
use yew::Callback;

/// A file that somebody opened.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Its name, without a folder.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// What it can be saved to again, where the browser has that.
    pub handle: Option<Handle>,
}

/// A file on the disk that may be written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Handle(Rc<JsValue>);

/// Whether a file can be written where it came from.
pub fn has_handles() -> bool {
    method(&window(), "showOpenFilePicker").is_some()
}

/// Lets somebody pick a file, by the browser's own picker of files that can be written.
pub fn pick(opened: Callback<Opened>) {
    spawn_local(async move {
        let Some(picked) = called(&window(), "showOpenFilePicker", &[]).await else { return };
        let handle = Array::from(&picked).get(0);
        let Some(file) = called(&handle, "getFile", &[]).await else { return };
        let Ok(file) = file.dyn_into::<File>() else { return };
        read(&file, Some(Handle(Rc::new(handle))), &opened).await;
    });
}

/// Reads the file that an input of files holds.
pub fn chosen(event: &web_sys::Event, opened: Callback<Opened>) {
    let Some(input) = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) else {
        return;
    };
    if let Some(files) = input.files() {
        read_all(&files, opened);
    }
}

pub(super) fn read_all(files: &FileList, opened: Callback<Opened>) {
    let files: Vec<File> = (0..files.length()).filter_map(|index| files.get(index)).collect();
    spawn_local(async move {
        for file in files {
            read(&file, None, &opened).await;
        }
    });
}

async fn read(file: &File, handle: Option<Handle>, opened: &Callback<Opened>) {
    let Ok(buffer) = JsFuture::from(file.array_buffer()).await else { return };
    let bytes = Uint8Array::new(buffer.unchecked_ref::<ArrayBuffer>()).to_vec();
    opened.emit(Opened { name: file.name(), bytes, handle });
}

/// Writes a text into the file it came from; whether that went well.
pub async fn write(handle: &Handle, text: &str) -> bool {
    let Some(stream) = called(&handle.0, "createWritable", &[]).await else { return false };
    called(&stream, "write", &[text.into()]).await.is_some()
        && called(&stream, "close", &[]).await.is_some()
}

/// Saves bytes as a download of this name.
pub fn download(name: &str, kind: &str, bytes: &[u8]) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Timeout::new(60_000, move || drop(Url::revoke_object_url(&address))).forget();
    Some(())
}

pub(super) fn method(object: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(object, &name.into()).ok()?.dyn_into().ok()
}

async fn called(object: &JsValue, name: &str, given: &[JsValue]) -> Option<JsValue> {
    let promise = method(object, name)?.apply(object, &given.iter().collect()).ok()?;
    JsFuture::from(Promise::resolve(&promise)).await.ok()
}
