# Composed from tlspool_requirements.md, sha256 09d0091d71db97f61d6b15bc30fab339bfc5020ef1f77967505793e8aa945fbe.
# Do not edit: iospec generate writes this file.
@tlspool
Feature: tlspool: Several exchanges

  @SRS_TLSPOOL_01_090
  Rule: SRS_TLSPOOL_01_090
    When the client sends `PING` during a handshake, the TLS Pool shall send `PING`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends PING during a handshake
      Then the TLS Pool shall send PING

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_091
  Rule: SRS_TLSPOOL_01_091
    When the application requests `3` exchanges of `STARTTLS`, the client shall bring `3` exchanges to `TLSPOOL_FLOW_PROTECTED`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests 3 exchanges of STARTTLS
      Then the client shall bring 3 exchanges to TLSPOOL_FLOW_PROTECTED

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_092
  Rule: SRS_TLSPOOL_01_092
    When the client sends `3` requests of `STARTTLS`, the TLS Pool shall send `3` messages `PLAINTEXT_CONNECT`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends 3 requests of STARTTLS
      Then the TLS Pool shall send 3 messages PLAINTEXT_CONNECT

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_093
  Rule: SRS_TLSPOOL_01_093
    When the TLS Pool sends the answers to `2` requests in reverse order, the client shall deliver each answer to its own request.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends the answers to 2 requests in reverse order
      Then the client shall deliver each answer to its own request

      Examples:
        | underlying |
        | mock       |
        | loopback   |
