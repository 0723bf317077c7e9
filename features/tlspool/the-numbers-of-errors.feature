# Composed from tlspool_requirements.md, sha256 09d0091d71db97f61d6b15bc30fab339bfc5020ef1f77967505793e8aa945fbe.
# Do not edit: iospec generate writes this file.
@tlspool
Feature: tlspool: The numbers of errors

  @SRS_TLSPOOL_01_340
  Rule: SRS_TLSPOOL_01_340
    When the application refuses `STARTTLS_LOCALID`, the client shall send the `tlserrno` `E_TLSPOOL_CLIENT_REFUSES_CALLBACK`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application refuses STARTTLS_LOCALID
      Then the client shall send the tlserrno E_TLSPOOL_CLIENT_REFUSES_CALLBACK

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_341
  Rule: SRS_TLSPOOL_01_341
    When the client sends `PING` with `1` descriptor, the TLS Pool shall send the `tlserrno` `E_TLSPOOL_SUPERFLUOUS_SOCKET`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends PING with 1 descriptor
      Then the TLS Pool shall send the tlserrno E_TLSPOOL_SUPERFLUOUS_SOCKET

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_342
  Rule: SRS_TLSPOOL_01_342
    When the client sends `STARTTLS` without a descriptor, the TLS Pool shall send the `tlserrno` `E_TLSPOOL_CIPHER_SOCKET_NEEDED`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends STARTTLS without a descriptor
      Then the TLS Pool shall send the tlserrno E_TLSPOOL_CIPHER_SOCKET_NEEDED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_343
  Rule: SRS_TLSPOOL_01_343
    When the client answers `PLAINTEXT_CONNECT` without a descriptor, the TLS Pool shall send the `tlserrno` `E_TLSPOOL_PLAIN_SOCKET_NEEDED`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client answers PLAINTEXT_CONNECT without a descriptor
      Then the TLS Pool shall send the tlserrno E_TLSPOOL_PLAIN_SOCKET_NEEDED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_344
  Rule: SRS_TLSPOOL_01_344
    When the client sends the command `0x7f`, the TLS Pool shall send the `tlserrno` `E_TLSPOOL_COMMAND_UNKNOWN`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends the command 0x7f
      Then the TLS Pool shall send the tlserrno E_TLSPOOL_COMMAND_UNKNOWN

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_345
  Rule: SRS_TLSPOOL_01_345
    When the client sends `STARTTLS` with the `flags` `0x5`, the TLS Pool shall send the `tlserrno` `E_TLSPOOL_COMMAND_NOTIMPL`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends STARTTLS with the flags 0x5
      Then the TLS Pool shall send the tlserrno E_TLSPOOL_COMMAND_NOTIMPL

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_346
  Rule: SRS_TLSPOOL_01_346
    When the client answers `PLAINTEXT_CONNECT` with `PING`, the TLS Pool shall send the `tlserrno` `E_TLSPOOL_COMMAND_BAD_CALLBACK_RESPONSE`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client answers PLAINTEXT_CONNECT with PING
      Then the TLS Pool shall send the tlserrno E_TLSPOOL_COMMAND_BAD_CALLBACK_RESPONSE

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_347
  Rule: SRS_TLSPOOL_01_347
    When the TLS Pool sends `PING` with the `facilities` `0x0`, the client shall report the error `E_TLSPOOL_FACILITY_STARTTLS`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends PING with the facilities 0x0
      Then the client shall report the error E_TLSPOOL_FACILITY_STARTTLS

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_348
  Rule: SRS_TLSPOOL_01_348
    When the client asks for a renegotiation of an unknown `ctlkey`, the TLS Pool shall send the `tlserrno` `E_TLSPOOL_RENEGOTIATION_NOT_FOUND`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client asks for a renegotiation of an unknown ctlkey
      Then the TLS Pool shall send the tlserrno E_TLSPOOL_RENEGOTIATION_NOT_FOUND

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_349
  Rule: SRS_TLSPOOL_01_349
    When the peer sends no TLS, the TLS Pool shall send the `tlserrno` `E_TLSPOOL_STIRRED_NOT_SHAKEN`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the peer sends no TLS
      Then the TLS Pool shall send the tlserrno E_TLSPOOL_STIRRED_NOT_SHAKEN

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_350
  Rule: SRS_TLSPOOL_01_350
    When the TLS Pool closes the connection during a handshake, the client shall report the error `EPIPE`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool closes the connection during a handshake
      Then the client shall report the error EPIPE

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_351
  Rule: SRS_TLSPOOL_01_351
    When the TLS Pool sends the command `0x2b`, the client shall report the error `EPROTO`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends the command 0x2b
      Then the client shall report the error EPROTO

      Examples:
        | underlying |
        | mock       |
        | loopback   |
