# Composed from tlspool_requirements.md, sha256 09d0091d71db97f61d6b15bc30fab339bfc5020ef1f77967505793e8aa945fbe.
# Do not edit: iospec generate writes this file.
@tlspool
Feature: tlspool: The fields of a message

  @SRS_TLSPOOL_01_300
  Rule: SRS_TLSPOOL_01_300
    When the TLS Pool answers `PING` by its `reqid` alone, the client shall deliver `1` message. When the client sends the command `0x7f` with the `reqid` `0xabcd`, the TLS Pool shall send `ERROR` and send the `reqid` `0xabcd`.

    Scenario Outline: over a <underlying> underlying IO, the TLS Pool answers PING by its reqid alone
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool answers PING by its reqid alone
      Then the client shall deliver 1 message

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the client sends the command 0x7f with the reqid 0xabcd
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends the command 0x7f with the reqid 0xabcd
      Then the TLS Pool shall send ERROR
      And the TLS Pool shall send the reqid 0xabcd

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_301
  Rule: SRS_TLSPOOL_01_301
    When the application accepts `STARTTLS_LOCALID` of the `cbid` `0xabcd`, the client shall send `STARTTLS_LOCALID` and send the `cbid` `0xabcd`. When the client answers `PLAINTEXT_CONNECT` by its `cbid` alone, the TLS Pool shall send `STARTTLS`.

    Scenario Outline: over a <underlying> underlying IO, the application accepts STARTTLS_LOCALID of the cbid 0xabcd
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application accepts STARTTLS_LOCALID of the cbid 0xabcd
      Then the client shall send STARTTLS_LOCALID
      And the client shall send the cbid 0xabcd

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the client answers PLAINTEXT_CONNECT by its cbid alone
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client answers PLAINTEXT_CONNECT by its cbid alone
      Then the TLS Pool shall send STARTTLS

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_302
  Rule: SRS_TLSPOOL_01_302
    When the application requests `STARTTLS`, the client shall send `STARTTLS`. When the client sends `STARTTLS`, the TLS Pool shall send `PLAINTEXT_CONNECT`.

    Scenario Outline: over a <underlying> underlying IO, the application requests STARTTLS
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS
      Then the client shall send STARTTLS

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the client sends STARTTLS
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends STARTTLS
      Then the TLS Pool shall send PLAINTEXT_CONNECT

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_303
  Rule: SRS_TLSPOOL_01_303
    When the application requests a command with a full `payload`, the client shall send its `payload`. When the TLS Pool answers a request with a full `payload`, the client shall deliver its `payload`.

    Scenario Outline: over a <underlying> underlying IO, the application requests a command with a full payload
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests a command with a full payload
      Then the client shall send its payload

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the TLS Pool answers a request with a full payload
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool answers a request with a full payload
      Then the client shall deliver its payload

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_304
  Rule: SRS_TLSPOOL_01_304
    When the application refuses `PLAINTEXT_CONNECT`, the client shall send the `tlserrno` `E_TLSPOOL_CLIENT_REFUSES_CALLBACK`. When the TLS Pool sends `ERROR` with the `tlserrno` `E_TLSPOOL_COMMAND_NOTIMPL`, the client shall report the error `E_TLSPOOL_COMMAND_NOTIMPL`. When the client sends the command `0x7f`, the TLS Pool shall send the `tlserrno` `E_TLSPOOL_COMMAND_UNKNOWN`.

    Scenario Outline: over a <underlying> underlying IO, the application refuses PLAINTEXT_CONNECT
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application refuses PLAINTEXT_CONNECT
      Then the client shall send the tlserrno E_TLSPOOL_CLIENT_REFUSES_CALLBACK

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the TLS Pool sends ERROR with the tlserrno E_TLSPOOL_COMMAND_NOTIMPL
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends ERROR with the tlserrno E_TLSPOOL_COMMAND_NOTIMPL
      Then the client shall report the error E_TLSPOOL_COMMAND_NOTIMPL

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the client sends the command 0x7f
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends the command 0x7f
      Then the TLS Pool shall send the tlserrno E_TLSPOOL_COMMAND_UNKNOWN

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_305
  Rule: SRS_TLSPOOL_01_305
    When the application refuses `PLAINTEXT_CONNECT`, the client shall send a `message`. When the TLS Pool sends `ERROR` with the longest `message`, the client shall report the longest `message`. When the client sends the command `0x7f`, the TLS Pool shall send a `message`.

    Scenario Outline: over a <underlying> underlying IO, the application refuses PLAINTEXT_CONNECT
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application refuses PLAINTEXT_CONNECT
      Then the client shall send a message

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the TLS Pool sends ERROR with the longest message
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends ERROR with the longest message
      Then the client shall report the longest message

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the client sends the command 0x7f
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends the command 0x7f
      Then the TLS Pool shall send a message

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_306
  Rule: SRS_TLSPOOL_01_306
    When the application requests `PING` with the longest `producer`, the client shall send the longest `producer`. When the TLS Pool sends `PING` with the longest `producer`, the client shall report the longest `producer`. When the client sends `PING` with the longest `producer`, the TLS Pool shall send the `producer` `20151111api@tlspool.arpa2.net`.

    Scenario Outline: over a <underlying> underlying IO, the application requests PING with the longest producer
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests PING with the longest producer
      Then the client shall send the longest producer

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the TLS Pool sends PING with the longest producer
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends PING with the longest producer
      Then the client shall report the longest producer

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the client sends PING with the longest producer
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends PING with the longest producer
      Then the TLS Pool shall send the producer 20151111api@tlspool.arpa2.net

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_307
  Rule: SRS_TLSPOOL_01_307
    When the application requests `PING` with the `facilities` `0x89abcdef`, the client shall send the `facilities` `0x89abcdef`. When the TLS Pool sends `PING` with the `facilities` `0x89abcdef`, the client shall report the `facilities` `0x89abcdef`. When the client sends `PING` with the `facilities` `0x89abcdef`, the TLS Pool shall send the `facilities` `0x1`.

    Scenario Outline: over a <underlying> underlying IO, the application requests PING with the facilities 0x89abcdef
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests PING with the facilities 0x89abcdef
      Then the client shall send the facilities 0x89abcdef

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the TLS Pool sends PING with the facilities 0x89abcdef
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends PING with the facilities 0x89abcdef
      Then the client shall report the facilities 0x89abcdef

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the client sends PING with the facilities 0x89abcdef
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends PING with the facilities 0x89abcdef
      Then the TLS Pool shall send the facilities 0x1

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_308
  Rule: SRS_TLSPOOL_01_308
    When the application requests `STARTTLS` with the `role` `TLSPOOL_ROLE_CLIENT`, the client shall send the `flags` `0x9`. When the client sends `STARTTLS` with the `flags` `0x10006`, the TLS Pool shall send `STARTTLS_LOCALID` and send the `flags` `0x10006`.

    Scenario Outline: over a <underlying> underlying IO, the application requests STARTTLS with the role TLSPOOL_ROLE_CLIENT
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS with the role TLSPOOL_ROLE_CLIENT
      Then the client shall send the flags 0x9

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the client sends STARTTLS with the flags 0x10006
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends STARTTLS with the flags 0x10006
      Then the TLS Pool shall send STARTTLS_LOCALID
      And the TLS Pool shall send the flags 0x10006

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_309
  Rule: SRS_TLSPOOL_01_309
    When the application requests `STARTTLS`, the client shall send the `local` `0`. When the client sends `STARTTLS` with the `local` `0x89abcdef`, the TLS Pool shall send the `local` `0x89abcdef`.

    Scenario Outline: over a <underlying> underlying IO, the application requests STARTTLS
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS
      Then the client shall send the local 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the client sends STARTTLS with the local 0x89abcdef
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends STARTTLS with the local 0x89abcdef
      Then the TLS Pool shall send the local 0x89abcdef

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_310
  Rule: SRS_TLSPOOL_01_310
    When the application requests `STARTTLS`, the client shall send the `ipproto` `6`. When the client sends `STARTTLS` with the `ipproto` `132`, the TLS Pool shall send the `ipproto` `132`.

    Scenario Outline: over a <underlying> underlying IO, the application requests STARTTLS
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS
      Then the client shall send the ipproto 6

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the client sends STARTTLS with the ipproto 132
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends STARTTLS with the ipproto 132
      Then the TLS Pool shall send the ipproto 132

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_311
  Rule: SRS_TLSPOOL_01_311
    When the application requests `STARTTLS`, the client shall send the `streamid` `0`. When the client sends `STARTTLS` with the `streamid` `0xabcd`, the TLS Pool shall send the `streamid` `0xabcd`.

    Scenario Outline: over a <underlying> underlying IO, the application requests STARTTLS
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS
      Then the client shall send the streamid 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the client sends STARTTLS with the streamid 0xabcd
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends STARTTLS with the streamid 0xabcd
      Then the TLS Pool shall send the streamid 0xabcd

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_312
  Rule: SRS_TLSPOOL_01_312
    When the application requests `STARTTLS` with the longest `localid`, the client shall send the longest `localid`. When the TLS Pool sends `STARTTLS_LOCALID` with the longest `localid`, the client shall report the longest `localid`. When the client sends `STARTTLS` with the `flags` `0x10006`, the TLS Pool shall send the `localid` `server.example`.

    Scenario Outline: over a <underlying> underlying IO, the application requests STARTTLS with the longest localid
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS with the longest localid
      Then the client shall send the longest localid

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the TLS Pool sends STARTTLS_LOCALID with the longest localid
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends STARTTLS_LOCALID with the longest localid
      Then the client shall report the longest localid

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the client sends STARTTLS with the flags 0x10006
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends STARTTLS with the flags 0x10006
      Then the TLS Pool shall send the localid server.example

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_313
  Rule: SRS_TLSPOOL_01_313
    When the application requests `STARTTLS` with the longest `remoteid`, the client shall send the longest `remoteid`. When the peer is a server and the client sends `STARTTLS` with the `remoteid` `elsewhere.example`, the TLS Pool shall send `ERROR`. When the peer is a server and the client sends `STARTTLS` with the `remoteid` `server.example`, the TLS Pool shall send the `remoteid` `server.example`.

    Scenario Outline: over a <underlying> underlying IO, the application requests STARTTLS with the longest remoteid
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS with the longest remoteid
      Then the client shall send the longest remoteid

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the peer is a server and the client sends STARTTLS with the remoteid elsewhere.example
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the peer is a server and the client sends STARTTLS with the remoteid elsewhere.example
      Then the TLS Pool shall send ERROR

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the peer is a server and the client sends STARTTLS with the remoteid server.example
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the peer is a server and the client sends STARTTLS with the remoteid server.example
      Then the TLS Pool shall send the remoteid server.example

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_314
  Rule: SRS_TLSPOOL_01_314
    When the application requests `2` exchanges of `STARTTLS`, the client shall send `2` different values of `ctlkey`. When the client asks for a renegotiation of another `ctlkey` than that of a session, the TLS Pool shall send the `tlserrno` `E_TLSPOOL_RENEGOTIATION_NOT_FOUND`.

    Scenario Outline: over a <underlying> underlying IO, the application requests 2 exchanges of STARTTLS
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests 2 exchanges of STARTTLS
      Then the client shall send 2 different values of ctlkey

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the client asks for a renegotiation of another ctlkey than that of a session
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client asks for a renegotiation of another ctlkey than that of a session
      Then the TLS Pool shall send the tlserrno E_TLSPOOL_RENEGOTIATION_NOT_FOUND

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_315
  Rule: SRS_TLSPOOL_01_315
    When the application requests `STARTTLS` with the longest `service`, the client shall send the longest `service`. When the client sends `STARTTLS` with the longest `service`, the TLS Pool shall send the longest `service`.

    Scenario Outline: over a <underlying> underlying IO, the application requests STARTTLS with the longest service
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS with the longest service
      Then the client shall send the longest service

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the client sends STARTTLS with the longest service
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends STARTTLS with the longest service
      Then the TLS Pool shall send the longest service

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_316
  Rule: SRS_TLSPOOL_01_316
    When the application requests `STARTTLS`, the client shall send the `timeout` `0`. When the client leaves `PLAINTEXT_CONNECT` unanswered for a `timeout` of `1000` milliseconds, the TLS Pool shall send `ERROR`.

    Scenario Outline: over a <underlying> underlying IO, the application requests STARTTLS
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS
      Then the client shall send the timeout 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |

    Scenario Outline: over a <underlying> underlying IO, the client leaves PLAINTEXT_CONNECT unanswered for a timeout of 1000 milliseconds
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client leaves PLAINTEXT_CONNECT unanswered for a timeout of 1000 milliseconds
      Then the TLS Pool shall send ERROR

      Examples:
        | underlying |
        | mock       |
        | loopback   |
