# Composed from tlspool_requirements.md, sha256 09d0091d71db97f61d6b15bc30fab339bfc5020ef1f77967505793e8aa945fbe.
# Do not edit: iospec generate writes this file.
@tlspool
Feature: tlspool: Timeouts and lost peers

  @SRS_TLSPOOL_01_240
  Rule: SRS_TLSPOOL_01_240
    When the client sends `STARTTLS` with the `timeout` `0`, the TLS Pool shall send `PLAINTEXT_CONNECT`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends STARTTLS with the timeout 0
      Then the TLS Pool shall send PLAINTEXT_CONNECT

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_241
  Rule: SRS_TLSPOOL_01_241
    When the client sends `STARTTLS` with the `timeout` `0xffffffff`, the TLS Pool shall send `PLAINTEXT_CONNECT`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends STARTTLS with the timeout 0xffffffff
      Then the TLS Pool shall send PLAINTEXT_CONNECT

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_242
  Rule: SRS_TLSPOOL_01_242
    When the client leaves `STARTTLS_LOCALID` unanswered for a `timeout` of `2000` milliseconds, the TLS Pool shall send `ERROR` and send the `tlserrno` `E_TLSPOOL_STIRRED_NOT_SHAKEN`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client leaves STARTTLS_LOCALID unanswered for a timeout of 2000 milliseconds
      Then the TLS Pool shall send ERROR
      And the TLS Pool shall send the tlserrno E_TLSPOOL_STIRRED_NOT_SHAKEN

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_243
  Rule: SRS_TLSPOOL_01_243
    When the client leaves `PLAINTEXT_CONNECT` unanswered for a `timeout` of `2000` milliseconds, the TLS Pool shall send `ERROR` and send the `tlserrno` `E_TLSPOOL_STIRRED_NOT_SHAKEN`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client leaves PLAINTEXT_CONNECT unanswered for a timeout of 2000 milliseconds
      Then the TLS Pool shall send ERROR
      And the TLS Pool shall send the tlserrno E_TLSPOOL_STIRRED_NOT_SHAKEN

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_244
  Rule: SRS_TLSPOOL_01_244
    When the peer closes the connection while `STARTTLS_LOCALID` is unanswered, the TLS Pool shall send `ERROR` and send the `tlserrno` `E_TLSPOOL_STIRRED_NOT_SHAKEN`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the peer closes the connection while STARTTLS_LOCALID is unanswered
      Then the TLS Pool shall send ERROR
      And the TLS Pool shall send the tlserrno E_TLSPOOL_STIRRED_NOT_SHAKEN

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_245
  Rule: SRS_TLSPOOL_01_245
    When the peer closes the connection while `PLAINTEXT_CONNECT` is unanswered, the TLS Pool shall send `ERROR` and send the `tlserrno` `E_TLSPOOL_STIRRED_NOT_SHAKEN`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the peer closes the connection while PLAINTEXT_CONNECT is unanswered
      Then the TLS Pool shall send ERROR
      And the TLS Pool shall send the tlserrno E_TLSPOOL_STIRRED_NOT_SHAKEN

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_246
  Rule: SRS_TLSPOOL_01_246
    When the client answers `STARTTLS_LOCALID` after the exchange has ended, the TLS Pool shall send `ERROR` and send the `tlserrno` `E_TLSPOOL_COMMAND_UNKNOWN`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client answers STARTTLS_LOCALID after the exchange has ended
      Then the TLS Pool shall send ERROR
      And the TLS Pool shall send the tlserrno E_TLSPOOL_COMMAND_UNKNOWN

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_247
  Rule: SRS_TLSPOOL_01_247
    When the client answers `PLAINTEXT_CONNECT` after the exchange has ended, the TLS Pool shall send `ERROR` and send the `tlserrno` `E_TLSPOOL_COMMAND_UNKNOWN`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client answers PLAINTEXT_CONNECT after the exchange has ended
      Then the TLS Pool shall send ERROR
      And the TLS Pool shall send the tlserrno E_TLSPOOL_COMMAND_UNKNOWN

      Examples:
        | underlying |
        | mock       |
        | loopback   |
