# Composed from tlspool_requirements.md, sha256 09d0091d71db97f61d6b15bc30fab339bfc5020ef1f77967505793e8aa945fbe.
# Do not edit: iospec generate writes this file.
@tlspool
Feature: tlspool: Callbacks

  @SRS_TLSPOOL_01_050
  Rule: SRS_TLSPOOL_01_050
    When the client sends `STARTTLS` with the `flags` `0x6`, the TLS Pool shall send `PLAINTEXT_CONNECT` and not send `STARTTLS_LOCALID`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends STARTTLS with the flags 0x6
      Then the TLS Pool shall send PLAINTEXT_CONNECT
      And the TLS Pool shall not send STARTTLS_LOCALID

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_051
  Rule: SRS_TLSPOOL_01_051
    When the client sends `STARTTLS` with the `flags` `0x10006`, the TLS Pool shall send `STARTTLS_LOCALID` and send the `localid` `server.example`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends STARTTLS with the flags 0x10006
      Then the TLS Pool shall send STARTTLS_LOCALID
      And the TLS Pool shall send the localid server.example

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_052
  Rule: SRS_TLSPOOL_01_052
    When the client answers `STARTTLS_LOCALID` with `STARTTLS_LOCALID`, the TLS Pool shall send `PLAINTEXT_CONNECT` and copy the `reqid` of the answer.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client answers STARTTLS_LOCALID with STARTTLS_LOCALID
      Then the TLS Pool shall send PLAINTEXT_CONNECT
      And the TLS Pool shall copy the reqid of the answer

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_053
  Rule: SRS_TLSPOOL_01_053
    When the client answers `STARTTLS_LOCALID` with `1` descriptor, the TLS Pool shall send `STARTTLS` and not send `PLAINTEXT_CONNECT`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client answers STARTTLS_LOCALID with 1 descriptor
      Then the TLS Pool shall send STARTTLS
      And the TLS Pool shall not send PLAINTEXT_CONNECT

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_054
  Rule: SRS_TLSPOOL_01_054
    When the client answers `STARTTLS_LOCALID` with `ERROR`, the TLS Pool shall send `ERROR` and not send `PLAINTEXT_CONNECT`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client answers STARTTLS_LOCALID with ERROR
      Then the TLS Pool shall send ERROR
      And the TLS Pool shall not send PLAINTEXT_CONNECT

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_055
  Rule: SRS_TLSPOOL_01_055
    When the client sends `STARTTLS` with the `flags` `0x6`, the TLS Pool shall send a `cbid` other than `0` and copy the `reqid` of the request.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends STARTTLS with the flags 0x6
      Then the TLS Pool shall send a cbid other than 0
      And the TLS Pool shall copy the reqid of the request

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_056
  Rule: SRS_TLSPOOL_01_056
    When the client answers `PLAINTEXT_CONNECT` with `PLAINTEXT_CONNECT`, the TLS Pool shall send `STARTTLS`, copy the `reqid` of the answer, and not send `PLAINTEXT_CONNECT`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client answers PLAINTEXT_CONNECT with PLAINTEXT_CONNECT
      Then the TLS Pool shall send STARTTLS
      And the TLS Pool shall copy the reqid of the answer
      And the TLS Pool shall not send PLAINTEXT_CONNECT

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_057
  Rule: SRS_TLSPOOL_01_057
    When the client answers `PLAINTEXT_CONNECT` with `PING`, the TLS Pool shall send `ERROR` and send the `tlserrno` `E_TLSPOOL_COMMAND_BAD_CALLBACK_RESPONSE`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client answers PLAINTEXT_CONNECT with PING
      Then the TLS Pool shall send ERROR
      And the TLS Pool shall send the tlserrno E_TLSPOOL_COMMAND_BAD_CALLBACK_RESPONSE

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_058
  Rule: SRS_TLSPOOL_01_058
    When the client answers `PLAINTEXT_CONNECT` without a descriptor, the TLS Pool shall send `ERROR` and send the `tlserrno` `E_TLSPOOL_PLAIN_SOCKET_NEEDED`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client answers PLAINTEXT_CONNECT without a descriptor
      Then the TLS Pool shall send ERROR
      And the TLS Pool shall send the tlserrno E_TLSPOOL_PLAIN_SOCKET_NEEDED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_059
  Rule: SRS_TLSPOOL_01_059
    When the client answers `PLAINTEXT_CONNECT` twice, the TLS Pool shall send `1` message `STARTTLS` and send `1` message `ERROR`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client answers PLAINTEXT_CONNECT twice
      Then the TLS Pool shall send 1 message STARTTLS
      And the TLS Pool shall send 1 message ERROR

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_060
  Rule: SRS_TLSPOOL_01_060
    When the client answers `PLAINTEXT_CONNECT` on another connection, the TLS Pool shall send `ERROR` and send the `tlserrno` `E_TLSPOOL_COMMAND_UNKNOWN`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client answers PLAINTEXT_CONNECT on another connection
      Then the TLS Pool shall send ERROR
      And the TLS Pool shall send the tlserrno E_TLSPOOL_COMMAND_UNKNOWN

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_061
  Rule: SRS_TLSPOOL_01_061
    When the client answers a callback that was never made, the TLS Pool shall send `ERROR` and send the `tlserrno` `E_TLSPOOL_COMMAND_UNKNOWN`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client answers a callback that was never made
      Then the TLS Pool shall send ERROR
      And the TLS Pool shall send the tlserrno E_TLSPOOL_COMMAND_UNKNOWN

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_062
  Rule: SRS_TLSPOOL_01_062
    When the application accepts `STARTTLS_LOCALID`, the client shall send `1` message, copy the `cbid` of the callback, and pass `0` descriptors with the message.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application accepts STARTTLS_LOCALID
      Then the client shall send 1 message
      And the client shall copy the cbid of the callback
      And the client shall pass 0 descriptors with the message

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_063
  Rule: SRS_TLSPOOL_01_063
    When the application accepts `STARTTLS_LOCALID` with the `localid` `other.example`, the client shall send the `localid` `other.example`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application accepts STARTTLS_LOCALID with the localid other.example
      Then the client shall send the localid other.example

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_064
  Rule: SRS_TLSPOOL_01_064
    When the application accepts `PLAINTEXT_CONNECT`, the client shall send `1` message, copy the `cbid` of the callback, and pass `1` descriptor with the message.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application accepts PLAINTEXT_CONNECT
      Then the client shall send 1 message
      And the client shall copy the cbid of the callback
      And the client shall pass 1 descriptor with the message

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_065
  Rule: SRS_TLSPOOL_01_065
    When the application accepts `PLAINTEXT_CONNECT`, the client shall close its copy of the passed descriptor.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application accepts PLAINTEXT_CONNECT
      Then the client shall close its copy of the passed descriptor

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_066
  Rule: SRS_TLSPOOL_01_066
    When the application refuses `STARTTLS_LOCALID`, the client shall send `ERROR`, send the `tlserrno` `E_TLSPOOL_CLIENT_REFUSES_CALLBACK`, and copy the `cbid` of the callback.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application refuses STARTTLS_LOCALID
      Then the client shall send ERROR
      And the client shall send the tlserrno E_TLSPOOL_CLIENT_REFUSES_CALLBACK
      And the client shall copy the cbid of the callback

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_067
  Rule: SRS_TLSPOOL_01_067
    When the application refuses `PLAINTEXT_CONNECT`, the client shall send `ERROR`, send the `tlserrno` `E_TLSPOOL_CLIENT_REFUSES_CALLBACK`, and pass `0` descriptors with the message.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application refuses PLAINTEXT_CONNECT
      Then the client shall send ERROR
      And the client shall send the tlserrno E_TLSPOOL_CLIENT_REFUSES_CALLBACK
      And the client shall pass 0 descriptors with the message

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_068
  Rule: SRS_TLSPOOL_01_068
    When the TLS Pool sends `STARTTLS_LOCALID` with an unknown `reqid`, the client shall deliver `0` messages, send `ERROR`, and send the `tlserrno` `E_TLSPOOL_CLIENT_REFUSES_CALLBACK`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends STARTTLS_LOCALID with an unknown reqid
      Then the client shall deliver 0 messages
      And the client shall send ERROR
      And the client shall send the tlserrno E_TLSPOOL_CLIENT_REFUSES_CALLBACK

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_069
  Rule: SRS_TLSPOOL_01_069
    When the TLS Pool sends `STARTTLS` with an unknown `reqid`, the client shall deliver `0` messages and send `0` messages.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends STARTTLS with an unknown reqid
      Then the client shall deliver 0 messages
      And the client shall send 0 messages

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_070
  Rule: SRS_TLSPOOL_01_070
    When the TLS Pool sends `STARTTLS` with the `cbid` `77`, the client shall enter `TLSPOOL_FLOW_PROTECTED`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends STARTTLS with the cbid 77
      Then the client shall enter TLSPOOL_FLOW_PROTECTED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_071
  Rule: SRS_TLSPOOL_01_071
    When the TLS Pool sends the command `0x2b`, the client shall report the error `EPROTO` and enter `TLSPOOL_FLOW_OVER`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends the command 0x2b
      Then the client shall report the error EPROTO
      And the client shall enter TLSPOOL_FLOW_OVER

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_072
  Rule: SRS_TLSPOOL_01_072
    When the client answers `PLAINTEXT_CONNECT` with `2` descriptors, the TLS Pool shall send `ERROR` and send the `tlserrno` `E_TLSPOOL_SUPERFLUOUS_SOCKET`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client answers PLAINTEXT_CONNECT with 2 descriptors
      Then the TLS Pool shall send ERROR
      And the TLS Pool shall send the tlserrno E_TLSPOOL_SUPERFLUOUS_SOCKET

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_073
  Rule: SRS_TLSPOOL_01_073
    When the application destroys the flow during `STARTTLS_LOCALID`, the client shall send `ERROR` and copy the `cbid` of the callback.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application destroys the flow during STARTTLS_LOCALID
      Then the client shall send ERROR
      And the client shall copy the cbid of the callback

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_074
  Rule: SRS_TLSPOOL_01_074
    When the application destroys the flow during `PLAINTEXT_CONNECT`, the client shall send `ERROR` and copy the `cbid` of the callback.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application destroys the flow during PLAINTEXT_CONNECT
      Then the client shall send ERROR
      And the client shall copy the cbid of the callback

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_075
  Rule: SRS_TLSPOOL_01_075
    When the peer is a server and the client sends `STARTTLS` with the `flags` `0x9`, the TLS Pool shall send `PLAINTEXT_CONNECT`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the peer is a server and the client sends STARTTLS with the flags 0x9
      Then the TLS Pool shall send PLAINTEXT_CONNECT

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_076
  Rule: SRS_TLSPOOL_01_076
    When the peer is a server of another name and the client sends `STARTTLS` with the `flags` `0x9`, the TLS Pool shall send `ERROR` and send the `tlserrno` `E_TLSPOOL_STIRRED_NOT_SHAKEN`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the peer is a server of another name and the client sends STARTTLS with the flags 0x9
      Then the TLS Pool shall send ERROR
      And the TLS Pool shall send the tlserrno E_TLSPOOL_STIRRED_NOT_SHAKEN

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_260
  Rule: SRS_TLSPOOL_01_260
    When the TLS Pool sends `STARTTLS_LOCALID` with the `cbid` `0`, the client shall report the error `EPROTO` and enter `TLSPOOL_FLOW_OVER`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends STARTTLS_LOCALID with the cbid 0
      Then the client shall report the error EPROTO
      And the client shall enter TLSPOOL_FLOW_OVER

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_261
  Rule: SRS_TLSPOOL_01_261
    When the TLS Pool sends `PLAINTEXT_CONNECT` with the `cbid` `0`, the client shall report the error `EPROTO` and enter `TLSPOOL_FLOW_OVER`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends PLAINTEXT_CONNECT with the cbid 0
      Then the client shall report the error EPROTO
      And the client shall enter TLSPOOL_FLOW_OVER

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_262
  Rule: SRS_TLSPOOL_01_262
    When the TLS Pool sends `STARTTLS_LOCALID` with the `cbid` of another exchange, the client shall report the error `EPROTO` and enter `TLSPOOL_FLOW_OVER`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends STARTTLS_LOCALID with the cbid of another exchange
      Then the client shall report the error EPROTO
      And the client shall enter TLSPOOL_FLOW_OVER

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_263
  Rule: SRS_TLSPOOL_01_263
    When the TLS Pool sends `PLAINTEXT_CONNECT` with the `cbid` of another exchange, the client shall report the error `EPROTO` and enter `TLSPOOL_FLOW_OVER`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends PLAINTEXT_CONNECT with the cbid of another exchange
      Then the client shall report the error EPROTO
      And the client shall enter TLSPOOL_FLOW_OVER

      Examples:
        | underlying |
        | mock       |
        | loopback   |
