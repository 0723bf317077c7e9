# Composed from tlspool_requirements.md, sha256 09d0091d71db97f61d6b15bc30fab339bfc5020ef1f77967505793e8aa945fbe.
# Do not edit: iospec generate writes this file.
@tlspool
Feature: tlspool: Identity and features

  @SRS_TLSPOOL_01_020
  Rule: SRS_TLSPOOL_01_020
    When the application requests `PING`, the client shall send the `producer` `20151111api@tlspool.arpa2.net` and send the `facilities` `0x1`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests PING
      Then the client shall send the producer 20151111api@tlspool.arpa2.net
      And the client shall send the facilities 0x1

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_021
  Rule: SRS_TLSPOOL_01_021
    When the client sends `PING`, the TLS Pool shall send `PING` and copy the `reqid` of the request.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends PING
      Then the TLS Pool shall send PING
      And the TLS Pool shall copy the reqid of the request

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_022
  Rule: SRS_TLSPOOL_01_022
    When the client sends `PING` with the `facilities` `0xffffffff`, the TLS Pool shall send the `facilities` `0x1`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends PING with the facilities 0xffffffff
      Then the TLS Pool shall send the facilities 0x1

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_023
  Rule: SRS_TLSPOOL_01_023
    When the client sends `PING` with the `facilities` `0x0`, the TLS Pool shall send the `facilities` `0x0`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends PING with the facilities 0x0
      Then the TLS Pool shall send the facilities 0x0

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_024
  Rule: SRS_TLSPOOL_01_024
    When the client sends `PING` with the `producer` `20200101someone@example.org`, the TLS Pool shall send the `producer` `20151111api@tlspool.arpa2.net`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When the client sends PING with the producer 20200101someone@example.org
      Then the TLS Pool shall send the producer 20151111api@tlspool.arpa2.net

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_025
  Rule: SRS_TLSPOOL_01_025
    When the TLS Pool sends `PING` with the `facilities` `0x0`, the client shall report the error `E_TLSPOOL_FACILITY_STARTTLS` and enter `TLSPOOL_FLOW_OVER`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the TLS Pool sends PING with the facilities 0x0
      Then the client shall report the error E_TLSPOOL_FACILITY_STARTTLS
      And the client shall enter TLSPOOL_FLOW_OVER

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_026
  Rule: SRS_TLSPOOL_01_026
    When the application requests `STARTTLS` after the pool has refused `PING`, the client shall not send `STARTTLS`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When the application requests STARTTLS after the pool has refused PING
      Then the client shall not send STARTTLS

      Examples:
        | underlying |
        | mock       |
        | loopback   |
