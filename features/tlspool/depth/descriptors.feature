@tlspool
Feature: tlspool in depth: the descriptors of many exchanges
  Counted in the client's process and in the pool's, as the system shows them. Where the adapter is a pool, both are one.

  @SRS_TLSPOOL_01_031 @SRS_TLSPOOL_01_065 @SRS_TLSPOOL_01_082 @SRS_TLSPOOL_01_152
  Scenario: 200 exchanges leave no descriptor open, over a loopback underlying IO, the adapter being a client
    Given a tlspool over a loopback underlying IO
    And the adapter is a client
    And the client and the pool have had 20 exchanges
    When 200 exchanges end, by success, ERROR, a refusal, a cancellation and a disconnection in turn
    Then no process shall have more descriptors open than before

  @SRS_TLSPOOL_01_103 @SRS_TLSPOOL_01_105 @SRS_TLSPOOL_01_049 @SRS_TLSPOOL_01_231
  Scenario: 200 exchanges leave no descriptor open, over a loopback underlying IO, the adapter being a pool
    Given a tlspool over a loopback underlying IO
    And the adapter is a pool
    And the client and the pool have had 20 exchanges
    When 200 exchanges end, by success, ERROR, a refusal, a cancellation and a disconnection in turn
    Then no process shall have more descriptors open than before

  @SRS_TLSPOOL_01_031 @SRS_TLSPOOL_01_065 @SRS_TLSPOOL_01_082 @SRS_TLSPOOL_01_152 @long
  Scenario: 10000 exchanges leave no descriptor open, over a loopback underlying IO, the adapter being a client
    Given a tlspool over a loopback underlying IO
    And the adapter is a client
    And the client and the pool have had 20 exchanges
    When 500 exchanges end, by success, ERROR, a refusal, a cancellation and a disconnection in turn
    And another 500 exchanges end, by success, ERROR, a refusal, a cancellation and a disconnection in turn
    And another 500 exchanges end, by success, ERROR, a refusal, a cancellation and a disconnection in turn
    And another 500 exchanges end, by success, ERROR, a refusal, a cancellation and a disconnection in turn
    And another 500 exchanges end, by success, ERROR, a refusal, a cancellation and a disconnection in turn
    And another 500 exchanges end, by success, ERROR, a refusal, a cancellation and a disconnection in turn
    And another 500 exchanges end, by success, ERROR, a refusal, a cancellation and a disconnection in turn
    And another 500 exchanges end, by success, ERROR, a refusal, a cancellation and a disconnection in turn
    And another 500 exchanges end, by success, ERROR, a refusal, a cancellation and a disconnection in turn
    And another 500 exchanges end, by success, ERROR, a refusal, a cancellation and a disconnection in turn
    And another 500 exchanges end, by success, ERROR, a refusal, a cancellation and a disconnection in turn
    And another 500 exchanges end, by success, ERROR, a refusal, a cancellation and a disconnection in turn
    And another 500 exchanges end, by success, ERROR, a refusal, a cancellation and a disconnection in turn
    And another 500 exchanges end, by success, ERROR, a refusal, a cancellation and a disconnection in turn
    And another 500 exchanges end, by success, ERROR, a refusal, a cancellation and a disconnection in turn
    And another 500 exchanges end, by success, ERROR, a refusal, a cancellation and a disconnection in turn
    And another 500 exchanges end, by success, ERROR, a refusal, a cancellation and a disconnection in turn
    And another 500 exchanges end, by success, ERROR, a refusal, a cancellation and a disconnection in turn
    And another 500 exchanges end, by success, ERROR, a refusal, a cancellation and a disconnection in turn
    And another 500 exchanges end, by success, ERROR, a refusal, a cancellation and a disconnection in turn
    Then no process shall have more descriptors open than before
