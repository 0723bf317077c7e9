# Composed from tlspool_requirements.md, sha256 07a95fe9af67bce0215eec5ee6e3abbdfd6c6cedd0d1caccdd0644200ffdb1e0.
# Do not edit: iospec generate writes this file.
@tlspool
Feature: tlspool: tlspool_flow_refuse

  @SRS_TLSPOOL_01_210
  Rule: SRS_TLSPOOL_01_210
    If the flow parameter is NULL, `tlspool_flow_refuse` shall log an error and return `_FAILURE_`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlspool over a <underlying> underlying IO
      And the adapter is a client
      When tlspool_flow_refuse is called and the flow parameter is NULL
      Then tlspool_flow_refuse shall log an error
      And tlspool_flow_refuse shall return _FAILURE_

      Examples:
        | underlying |
        | mock       |
        | loopback   |
