//! Pictures of the person's own, made as small as visitors see them.

use gloo::utils::{document, window};
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    CanvasRenderingContext2d, DragEvent, File, FileList, HtmlCanvasElement, HtmlImageElement,
    HtmlInputElement, ImageBitmap,
};
use yew::Callback;

/// How wide and high a picture is made, in pixels: visitors see it 64 CSS pixels wide, and most screens have two
/// pixels for each.
const SIDE: u32 = 128;

/// A picture that somebody chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The name of its file, without a folder.
    pub name: String,
    /// What is in it, small enough to be shown, as a data URL in base64; none if the browser cannot show it.
    pub address: Option<String>,
}

/// Prepares the picture that an input of files holds.
pub fn chosen(event: &web_sys::Event, on: Callback<Chosen>) {
    let input = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    if let Some(input) = input {
        prepare(input.files(), on);
    }
}

/// Prepares the picture that is dropped on an element, and opens it nowhere else.
pub fn dropped(event: &DragEvent, on: Callback<Chosen>) {
    event.prevent_default();
    event.stop_propagation();
    prepare(event.data_transfer().and_then(|data| data.files()), on);
}

fn prepare(files: Option<FileList>, on: Callback<Chosen>) {
    let Some(file) = files.and_then(|files| files.get(0)) else { return };
    spawn_local(async move {
        let is_drawing = file.type_() == "image/svg+xml";
        let address = if is_drawing { drawing(&file).await } else { scaled(&file).await };
        on.emit(Chosen { name: file.name(), address: address.ok() });
    });
}

/// An SVG drawing as it is, if it can be shown.
async fn drawing(file: &File) -> Result<String, JsValue> {
    let buffer: ArrayBuffer = JsFuture::from(file.array_buffer()).await?.dyn_into()?;
    let latin: String = Uint8Array::new(&buffer).to_vec().into_iter().map(char::from).collect();
    let address = format!("data:image/svg+xml;base64,{}", window().btoa(&latin)?);
    let image = HtmlImageElement::new()?;
    image.set_src(&address);
    JsFuture::from(image.decode()).await?;
    Ok(address)
}

/// Any other picture, drawn whole into a square without a colour.
async fn scaled(file: &File) -> Result<String, JsValue> {
    let asked = window().create_image_bitmap_with_blob(file)?;
    let bitmap: ImageBitmap = JsFuture::from(asked).await?.dyn_into()?;
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    canvas.set_width(SIDE);
    canvas.set_height(SIDE);
    let context = canvas.get_context("2d")?.ok_or(JsValue::UNDEFINED)?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    let side = f64::from(SIDE);
    let scale = side / f64::from(bitmap.width().max(bitmap.height()));
    let [width, height] = [bitmap.width(), bitmap.height()].map(|it| f64::from(it) * scale);
    let [left, top] = [width, height].map(|it| (side - it) / 2.0);
    context.draw_image_with_image_bitmap_and_dw_and_dh(&bitmap, left, top, width, height)?;
    canvas.to_data_url_with_type("image/webp")
}
