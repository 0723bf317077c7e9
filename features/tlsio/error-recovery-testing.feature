# Composed from tlsio_requirements.md, sha256 3352bc0e01cf9c22375e355f6fc1f07c3d8ad17276db8faadef5995b7869dafe.
# Do not edit: iospec generate writes this file.
@tlsio
Feature: tlsio: Error Recovery Testing

  @SRS_TLSIO_30_200
  Rule: SRS_TLSIO_30_200
    The "high-level retry sequence" shall succeed after an injected fault which causes `on_io_open_complete` to return with `IO_OPEN_ERROR`.

    Scenario Outline: over a <underlying> underlying IO, with <fault>
      Given a tlsio over a <underlying> underlying IO
      When an injected fault, <fault>, causes on_io_open_complete to return with IO_OPEN_ERROR
      And tlsio_close_async has been called and the on_io_close_complete callback has been received
      And tlsio_open_async has been called successfully
      And tlsio_dowork has been called as necessary to permit this sequence of events
      Then the "high-level retry sequence" shall succeed
      And the on_io_open_complete callback has been received with IO_OPEN_OK

      Examples:
        | underlying | fault                                         |
        | mock       | a refused connection                          |
        | mock       | a connection that closes before the handshake |
        | mock       | garbage instead of a handshake                |
        | mock       | a reset in mid-handshake                      |
        | mock       | an expired certificate                        |
        | mock       | a self-signed certificate                     |
        | mock       | a certificate for another host                |
        | mock       | an old TLS version                            |
        | mock       | an underlying IO that fails to open           |
        | loopback   | a refused connection                          |
        | loopback   | a connection that closes before the handshake |
        | loopback   | garbage instead of a handshake                |
        | loopback   | a reset in mid-handshake                      |
        | loopback   | an expired certificate                        |
        | loopback   | a self-signed certificate                     |
        | loopback   | a certificate for another host                |
        | loopback   | an old TLS version                            |
        | loopback   | an underlying IO that fails to open           |

  @SRS_TLSIO_30_201
  Rule: SRS_TLSIO_30_201
    The "high-level retry sequence" shall succeed after an injected fault which causes `on_io_error` to be called.

    Scenario Outline: over a <underlying> underlying IO, with <fault>
      Given a tlsio over a <underlying> underlying IO
      When an injected fault, <fault>, causes on_io_error to be called
      And tlsio_close_async has been called and the on_io_close_complete callback has been received
      And tlsio_open_async has been called successfully
      And tlsio_dowork has been called as necessary to permit this sequence of events
      Then the "high-level retry sequence" shall succeed
      And the on_io_open_complete callback has been received with IO_OPEN_OK

      Examples:
        | underlying | fault                                  |
        | mock       | a peer that closes                     |
        | mock       | a peer that resets                     |
        | mock       | an underlying IO that fails while open |
        | mock       | an underlying IO that fails to send    |
        | mock       | a connection that breaks while sending |
        | loopback   | a peer that closes                     |
        | loopback   | a peer that resets                     |
        | loopback   | an underlying IO that fails while open |
        | loopback   | an underlying IO that fails to send    |
        | loopback   | a connection that breaks while sending |
