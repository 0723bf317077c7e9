# Composed from tlspool_requirements.md, sha256 09d0091d71db97f61d6b15bc30fab339bfc5020ef1f77967505793e8aa945fbe.
# Do not edit: iospec generate writes this file.
@tlspool
Feature: tlspool: tlspool_service_stop

  @SRS_TLSPOOL_01_230
  Rule: SRS_TLSPOOL_01_230
    If the service parameter is NULL, `tlspool_service_stop` shall log an error.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When tlspool_service_stop is called and the service parameter is NULL
      Then tlspool_service_stop shall log an error

      Examples:
        | underlying |
        | mock       |
        | loopback   |

  @SRS_TLSPOOL_01_231
  Rule: SRS_TLSPOOL_01_231
    If a handshake goes on, `tlspool_service_stop` shall leave `0` descriptors open.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a pool
      When tlspool_service_stop is called and a handshake goes on
      Then tlspool_service_stop shall leave 0 descriptors open

      Examples:
        | underlying |
        | mock       |
        | loopback   |
