@tlsio
Feature: tlsio in depth: the retry example at every point of the fault catalogue
  The document's last example: the options go from the instance that failed to a new one, which opens.

  @sequence/retry
  Scenario Outline: it succeeds after <fault>, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the adapter has met <fault>
    When these calls are made in turn
      | call                          |
      | tlsio_openssl_retrieveoptions |
      | tlsio_openssl_destroy         |
      | tlsio_openssl_create          |
      | tlsio_openssl_setoption       |
      | tlsio_openssl_open            |
    Then each of these calls shall succeed

    Examples:
      | underlying | fault                                         |
      | mock       | a refused connection                          |
      | loopback   | a refused connection                          |
      | mock       | a connection that closes before the handshake |
      | loopback   | a connection that closes before the handshake |
      | mock       | garbage instead of a handshake                |
      | loopback   | garbage instead of a handshake                |
      | mock       | a reset in mid-handshake                      |
      | loopback   | a reset in mid-handshake                      |
      | mock       | an expired certificate                        |
      | loopback   | an expired certificate                        |
      | mock       | a self-signed certificate                     |
      | loopback   | a self-signed certificate                     |
      | mock       | a certificate for another host                |
      | loopback   | a certificate for another host                |
      | mock       | an old TLS version                            |
      | loopback   | an old TLS version                            |
      | mock       | an underlying IO that fails to open           |
      | loopback   | an underlying IO that fails to open           |
      | mock       | an underlying IO that cannot be created       |
      | loopback   | an underlying IO that cannot be created       |
      | mock       | an underlying IO whose open call fails        |
      | loopback   | an underlying IO whose open call fails        |
      | mock       | a silent peer                                 |
      | loopback   | a silent peer                                 |
      | mock       | a peer that stops reading                     |
      | loopback   | a peer that stops reading                     |
      | mock       | a peer that closes                            |
      | loopback   | a peer that closes                            |
      | mock       | a peer that resets                            |
      | loopback   | a peer that resets                            |
      | mock       | an underlying IO that fails while open        |
      | loopback   | an underlying IO that fails while open        |
      | mock       | an underlying IO that fails to send           |
      | loopback   | an underlying IO that fails to send           |
      | mock       | a connection that breaks while sending        |
      | loopback   | a connection that breaks while sending        |
      | mock       | a peer that never answers the close           |
      | loopback   | a peer that never answers the close           |
      | mock       | a connection that breaks while closing        |
      | loopback   | a connection that breaks while closing        |
      | mock       | an underlying IO that fails to close          |
      | loopback   | an underlying IO that fails to close          |
