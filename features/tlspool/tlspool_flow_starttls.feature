# Composed from tlspool_requirements.md, sha256 09d0091d71db97f61d6b15bc30fab339bfc5020ef1f77967505793e8aa945fbe.
# Do not edit: iospec generate writes this file.
@tlspool
Feature: tlspool: tlspool_flow_starttls

  @SRS_TLSPOOL_01_190
  Rule: SRS_TLSPOOL_01_190
    If the flow parameter is NULL, `tlspool_flow_starttls` shall log an error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_flow_starttls is called and the flow parameter is NULL
      Then tlspool_flow_starttls shall log an error
      And tlspool_flow_starttls shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_191
  Rule: SRS_TLSPOOL_01_191
    If the cipher parameter is -1, `tlspool_flow_starttls` shall log an error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_flow_starttls is called and the cipher parameter is -1
      Then tlspool_flow_starttls shall log an error
      And tlspool_flow_starttls shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_192
  Rule: SRS_TLSPOOL_01_192
    If the on_flow_reconnect parameter is NULL, `tlspool_flow_starttls` shall log an error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_flow_starttls is called and the on_flow_reconnect parameter is NULL
      Then tlspool_flow_starttls shall log an error
      And tlspool_flow_starttls shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_193
  Rule: SRS_TLSPOOL_01_193
    If the on_flow_protected parameter is NULL, `tlspool_flow_starttls` shall log an error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_flow_starttls is called and the on_flow_protected parameter is NULL
      Then tlspool_flow_starttls shall log an error
      And tlspool_flow_starttls shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_194
  Rule: SRS_TLSPOOL_01_194
    If the localid has `128` bytes, `tlspool_flow_starttls` shall log an error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_flow_starttls is called and the localid has 128 bytes
      Then tlspool_flow_starttls shall log an error
      And tlspool_flow_starttls shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |
