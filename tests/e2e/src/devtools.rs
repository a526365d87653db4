//! Commands of Chromium's own protocol, through its driver.

use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};

/// One command with its parameters.
#[derive(Debug)]
pub(crate) struct Devtools {
    pub(crate) command: String,
    pub(crate) parameters: Value,
}

impl WebDriverCompatibleCommand for Devtools {
    fn endpoint(
        &self,
        base_url: &url::Url,
        session_id: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        let session = session_id.unwrap_or_default();
        base_url.join(&format!("session/{session}/goog/cdp/execute"))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        let body = json!({ "cmd": self.command, "params": self.parameters });
        (http::Method::POST, Some(body.to_string()))
    }
}
