/** The name of this protocol in `Sec-WebSocket-Protocol`. */
export const subprotocol = 'jobwire.v1';
