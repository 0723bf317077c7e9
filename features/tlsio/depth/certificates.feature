@tlsio
Feature: tlsio in depth: certificates and TLS options
  What options there are is the implementation's business. What they must never do is turn verification off.

  @SRS_TLSIO_30_124
  Scenario Outline: a client certificate reaches the peer, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And a client certificate and its key are set
    When the adapter opens to a peer with a good certificate
    Then the connection shall be open
    And the peer shall have seen the client certificate

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_124
  Scenario Outline: without one the peer sees none, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    When the adapter opens to a peer with a good certificate
    Then the peer shall have seen no client certificate

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_124 @sequence/retry
  Scenario Outline: options that were retrieved feed a new instance, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And a client certificate and its key are set
    And the lowest TLS version is set to 13
    When these calls are made in turn
      | call                          |
      | tlsio_openssl_retrieveoptions |
      | tlsio_openssl_destroy         |
      | tlsio_openssl_create          |
      | tlsio_openssl_setoption       |
      | tlsio_openssl_open            |
    Then each of these calls shall succeed
    And the peer shall have seen the client certificate

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_083
  Scenario Outline: a peer that speaks no more than TLS 1.2 will do, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the peer speaks no more than TLS 1.2
    When the adapter opens to it
    Then the opening shall end with IO_OPEN_OK

    Examples:
      | underlying |
      | loopback   |

  @SRS_TLSIO_30_124
  Scenario Outline: it will not do where TLS 1.3 is the lowest version, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the peer speaks no more than TLS 1.2
    And the lowest TLS version is set to 13
    When the adapter opens to it
    Then the opening shall end with IO_OPEN_ERROR

    Examples:
      | underlying |
      | loopback   |

  @SRS_TLSIO_30_082
  Scenario Outline: nothing is trusted that was not named, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And no certificate was trusted
    When the adapter opens to a peer with a good certificate
    Then the opening shall end with IO_OPEN_ERROR

    Examples:
      | underlying |
      | mock       |
      | loopback   |

  @SRS_TLSIO_30_082
  Scenario Outline: the environment does not turn verification off, before <certificate>, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And the environment says NODE_TLS_REJECT_UNAUTHORIZED=0
    When the adapter opens to a peer with <certificate>
    Then the opening shall end with IO_OPEN_ERROR

    Examples:
      | underlying | certificate                    |
      | mock       | an expired certificate         |
      | loopback   | an expired certificate         |
      | mock       | a self-signed certificate      |
      | loopback   | a self-signed certificate      |
      | mock       | a certificate for another host |
      | loopback   | a certificate for another host |

  @SRS_TLSIO_30_082
  Scenario Outline: no option turns verification off: <option> <value>, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And somebody sets the option <option> to <value>
    When the adapter opens to a peer with a self-signed certificate
    Then the opening shall end with IO_OPEN_ERROR

    Examples:
      | underlying | option              | value           |
      | mock       | TrustedCerts        | ""              |
      | loopback   | TrustedCerts        | ""              |
      | mock       | TrustedCerts        | "no PEM at all" |
      | loopback   | TrustedCerts        | "no PEM at all" |
      | mock       | TrustedCerts        | false           |
      | loopback   | TrustedCerts        | false           |
      | mock       | tls_version         | 0               |
      | loopback   | tls_version         | 0               |
      | mock       | rejectUnauthorized  | false           |
      | loopback   | rejectUnauthorized  | false           |
      | mock       | checkServerIdentity | false           |
      | loopback   | checkServerIdentity | false           |
      | mock       | insecure            | true            |
      | loopback   | insecure            | true            |

  # A value that is refused is not stored in place of the one before.
  @gap @SRS_TLSIO_30_124
  Scenario Outline: a refused value leaves the former in force: <value>, over a <underlying> underlying IO
    Given a tlsio over a <underlying> underlying IO
    And an adapter which implements options
    When somebody sets the option TrustedCerts to <value>
    Then TrustedCerts shall be as it was, if the new value was refused

    Examples:
      | underlying | value           |
      | mock       | ""              |
      | loopback   | ""              |
      | mock       | "no PEM at all" |
      | loopback   | "no PEM at all" |
      | mock       | 0               |
      | loopback   | 0               |
