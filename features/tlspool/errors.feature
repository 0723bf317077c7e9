# Composed from tlspool_requirements.md, sha256 09d0091d71db97f61d6b15bc30fab339bfc5020ef1f77967505793e8aa945fbe.
# Do not edit: iospec generate writes this file.
@tlspool
Feature: tlspool: Errors

  @SRS_TLSPOOL_01_080
  Rule: SRS_TLSPOOL_01_080
    When the TLS Pool sends `ERROR` with the `tlserrno` `E_TLSPOOL_STIRRED_NOT_SHAKEN`, the client shall report the error `E_TLSPOOL_STIRRED_NOT_SHAKEN` and enter `TLSPOOL_FLOW_OVER`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends ERROR with the tlserrno E_TLSPOOL_STIRRED_NOT_SHAKEN
      Then the client shall report the error E_TLSPOOL_STIRRED_NOT_SHAKEN
      And the client shall enter TLSPOOL_FLOW_OVER

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_081
  Rule: SRS_TLSPOOL_01_081
    When the TLS Pool sends `ERROR` to `1` of `2` exchanges, the client shall report `1` error.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends ERROR to 1 of 2 exchanges
      Then the client shall report 1 error

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_085
  Rule: SRS_TLSPOOL_01_085
    When the TLS Pool sends `ERROR` to `1` of `2` exchanges, the client shall bring `1` exchange to `TLSPOOL_FLOW_PROTECTED`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends ERROR to 1 of 2 exchanges
      Then the client shall bring 1 exchange to TLSPOOL_FLOW_PROTECTED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_082
  Rule: SRS_TLSPOOL_01_082
    When the TLS Pool sends `ERROR` after `PLAINTEXT_CONNECT`, the client shall keep `0` descriptors open.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends ERROR after PLAINTEXT_CONNECT
      Then the client shall keep 0 descriptors open

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_083
  Rule: SRS_TLSPOOL_01_083
    When the client sends the command `0x7f`, the TLS Pool shall send a `message` of at most `127` bytes and send a `tlserrno` other than `0`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends the command 0x7f
      Then the TLS Pool shall send a message of at most 127 bytes
      And the TLS Pool shall send a tlserrno other than 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_084
  Rule: SRS_TLSPOOL_01_084
    When the application refuses `STARTTLS_LOCALID`, the client shall send a `message` of at most `127` bytes and send a `tlserrno` other than `0`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application refuses STARTTLS_LOCALID
      Then the client shall send a message of at most 127 bytes
      And the client shall send a tlserrno other than 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |
