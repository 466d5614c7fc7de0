/** Where browsers keep what the page of an evening needs without network. */
export const PUT_BY = "samspil-event";
