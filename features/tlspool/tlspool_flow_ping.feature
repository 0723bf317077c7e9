# Composed from tlspool_requirements.md, sha256 09d0091d71db97f61d6b15bc30fab339bfc5020ef1f77967505793e8aa945fbe.
# Do not edit: iospec generate writes this file.
@tlspool
Feature: tlspool: tlspool_flow_ping

  @SRS_TLSPOOL_01_180
  Rule: SRS_TLSPOOL_01_180
    If the flow parameter is NULL, `tlspool_flow_ping` shall log an error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_flow_ping is called and the flow parameter is NULL
      Then tlspool_flow_ping shall log an error
      And tlspool_flow_ping shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_181
  Rule: SRS_TLSPOOL_01_181
    If the identity parameter is NULL, `tlspool_flow_ping` shall log an error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_flow_ping is called and the identity parameter is NULL
      Then tlspool_flow_ping shall log an error
      And tlspool_flow_ping shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_182
  Rule: SRS_TLSPOOL_01_182
    If the identity has `136` bytes, `tlspool_flow_ping` shall log an error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_flow_ping is called and the identity has 136 bytes
      Then tlspool_flow_ping shall log an error
      And tlspool_flow_ping shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_183
  Rule: SRS_TLSPOOL_01_183
    If the identity has `135` bytes, `tlspool_flow_ping` shall return 0.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_flow_ping is called and the identity has 135 bytes
      Then tlspool_flow_ping shall return 0

      Examples:
        | underlying |
        | mock       |
        | loopback   |
