# Composed from tlspool_requirements.md, sha256 09d0091d71db97f61d6b15bc30fab339bfc5020ef1f77967505793e8aa945fbe.
# Do not edit: iospec generate writes this file.
@tlspool
Feature: tlspool: The request for TLS

  @SRS_TLSPOOL_01_030
  Rule: SRS_TLSPOOL_01_030
    When the application requests `STARTTLS`, the client shall pass `1` descriptor with the message.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS
      Then the client shall pass 1 descriptor with the message

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_031
  Rule: SRS_TLSPOOL_01_031
    When the application requests `STARTTLS`, the client shall close its copy of the passed descriptor.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS
      Then the client shall close its copy of the passed descriptor

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_032
  Rule: SRS_TLSPOOL_01_032
    When the application requests `STARTTLS`, the client shall not read the passed descriptor and not write the passed descriptor.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS
      Then the client shall not read the passed descriptor
      And the client shall not write the passed descriptor

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_033
  Rule: SRS_TLSPOOL_01_033
    When the application requests `STARTTLS` with the `role` `TLSPOOL_ROLE_CLIENT`, the client shall send the `flags` `0x9`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS with the role TLSPOOL_ROLE_CLIENT
      Then the client shall send the flags 0x9

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_034
  Rule: SRS_TLSPOOL_01_034
    When the application requests `STARTTLS` with the `role` `TLSPOOL_ROLE_SERVER`, the client shall send the `flags` `0x6`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS with the role TLSPOOL_ROLE_SERVER
      Then the client shall send the flags 0x6

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_035
  Rule: SRS_TLSPOOL_01_035
    When the application requests `STARTTLS` with the `flags` `0x80000000`, the client shall send the `flags` `0x6`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS with the flags 0x80000000
      Then the client shall send the flags 0x6

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_036
  Rule: SRS_TLSPOOL_01_036
    When the application requests `STARTTLS`, the client shall send the `ipproto` `6` and send the `cbid` `0`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS
      Then the client shall send the ipproto 6
      And the client shall send the cbid 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_037
  Rule: SRS_TLSPOOL_01_037
    When the application requests `STARTTLS` with the `localid` `server.example`, the client shall send the `localid` `server.example`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS with the localid server.example
      Then the client shall send the localid server.example

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_038
  Rule: SRS_TLSPOOL_01_038
    When the application requests `STARTTLS` with the `localid` `NULL`, the client shall send the bytes from `20` to `147` as `0`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS with the localid NULL
      Then the client shall send the bytes from 20 to 147 as 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_039
  Rule: SRS_TLSPOOL_01_039
    When the application requests `STARTTLS` with the `service` `imap`, the client shall send the `service` `imap`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS with the service imap
      Then the client shall send the service imap

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_040
  Rule: SRS_TLSPOOL_01_040
    When the application requests `2` exchanges of `STARTTLS`, the client shall send `2` different values of `ctlkey` and send `2` different values of `reqid`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests 2 exchanges of STARTTLS
      Then the client shall send 2 different values of ctlkey
      And the client shall send 2 different values of reqid

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_041
  Rule: SRS_TLSPOOL_01_041
    When the client sends `STARTTLS` without a descriptor, the TLS Pool shall send `ERROR` and send the `tlserrno` `E_TLSPOOL_CIPHER_SOCKET_NEEDED`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends STARTTLS without a descriptor
      Then the TLS Pool shall send ERROR
      And the TLS Pool shall send the tlserrno E_TLSPOOL_CIPHER_SOCKET_NEEDED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_043
  Rule: SRS_TLSPOOL_01_043
    When the client sends `PING` with `1` descriptor, the TLS Pool shall send `ERROR` and send the `tlserrno` `E_TLSPOOL_SUPERFLUOUS_SOCKET`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends PING with 1 descriptor
      Then the TLS Pool shall send ERROR
      And the TLS Pool shall send the tlserrno E_TLSPOOL_SUPERFLUOUS_SOCKET

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_044
  Rule: SRS_TLSPOOL_01_044
    When the client sends `STARTTLS` with `2` descriptors, the TLS Pool shall send `ERROR` and send the `tlserrno` `E_TLSPOOL_SUPERFLUOUS_SOCKET`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends STARTTLS with 2 descriptors
      Then the TLS Pool shall send ERROR
      And the TLS Pool shall send the tlserrno E_TLSPOOL_SUPERFLUOUS_SOCKET

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_045
  Rule: SRS_TLSPOOL_01_045
    When the client sends `STARTTLS` with the `flags` `0x5`, the TLS Pool shall send `ERROR` and send the `tlserrno` `E_TLSPOOL_COMMAND_NOTIMPL`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends STARTTLS with the flags 0x5
      Then the TLS Pool shall send ERROR
      And the TLS Pool shall send the tlserrno E_TLSPOOL_COMMAND_NOTIMPL

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_046
  Rule: SRS_TLSPOOL_01_046
    When the client sends `STARTTLS` with the `flags` `0x80000006`, the TLS Pool shall send `PLAINTEXT_CONNECT`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends STARTTLS with the flags 0x80000006
      Then the TLS Pool shall send PLAINTEXT_CONNECT

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_047
  Rule: SRS_TLSPOOL_01_047
    When the client sends the command `0x7f`, the TLS Pool shall send `ERROR` and send the `tlserrno` `E_TLSPOOL_COMMAND_UNKNOWN`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends the command 0x7f
      Then the TLS Pool shall send ERROR
      And the TLS Pool shall send the tlserrno E_TLSPOOL_COMMAND_UNKNOWN

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_049
  Rule: SRS_TLSPOOL_01_049
    When the peer sends no TLS, the TLS Pool shall send `ERROR` and send the `tlserrno` `E_TLSPOOL_STIRRED_NOT_SHAKEN`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the peer sends no TLS
      Then the TLS Pool shall send ERROR
      And the TLS Pool shall send the tlserrno E_TLSPOOL_STIRRED_NOT_SHAKEN

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_042
  Rule: SRS_TLSPOOL_01_042
    When the client sends `STARTTLS` with the `flags` `0x20006`, the TLS Pool shall send `ERROR` and send the `tlserrno` `E_TLSPOOL_SUPERFLUOUS_SOCKET`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends STARTTLS with the flags 0x20006
      Then the TLS Pool shall send ERROR
      And the TLS Pool shall send the tlserrno E_TLSPOOL_SUPERFLUOUS_SOCKET

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_048
  Rule: SRS_TLSPOOL_01_048
    When the client asks for a renegotiation of an unknown `ctlkey`, the TLS Pool shall send `ERROR` and send the `tlserrno` `E_TLSPOOL_RENEGOTIATION_NOT_FOUND`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client asks for a renegotiation of an unknown ctlkey
      Then the TLS Pool shall send ERROR
      And the TLS Pool shall send the tlserrno E_TLSPOOL_RENEGOTIATION_NOT_FOUND

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_250
  Rule: SRS_TLSPOOL_01_250
    When the client asks for a renegotiation of the `ctlkey` of a session, the TLS Pool shall send `ERROR` and send the `tlserrno` `E_TLSPOOL_COMMAND_NOTIMPL`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client asks for a renegotiation of the ctlkey of a session
      Then the TLS Pool shall send ERROR
      And the TLS Pool shall send the tlserrno E_TLSPOOL_COMMAND_NOTIMPL

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_251
  Rule: SRS_TLSPOOL_01_251
    When the client asks for a renegotiation of the `ctlkey` of a session, the TLS Pool shall carry `1000` bytes to the peer.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client asks for a renegotiation of the ctlkey of a session
      Then the TLS Pool shall carry 1000 bytes to the peer

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_252
  Rule: SRS_TLSPOOL_01_252
    When the client asks for a renegotiation of the `ctlkey` of a session that has ended, the TLS Pool shall send `ERROR` and send the `tlserrno` `E_TLSPOOL_RENEGOTIATION_NOT_FOUND`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client asks for a renegotiation of the ctlkey of a session that has ended
      Then the TLS Pool shall send ERROR
      And the TLS Pool shall send the tlserrno E_TLSPOOL_RENEGOTIATION_NOT_FOUND

      Examples:
        | underlying |
        | mock       |
        | loopback   |
