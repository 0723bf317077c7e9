# Composed from tlspool_requirements.md, sha256 7c9d9004474aed2123e7f855a7d90570329f970599a24e72d4b1bcccbce67561.
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
