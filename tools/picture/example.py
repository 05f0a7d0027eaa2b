"""Invented figures to try the tool with. They are of no place, home or child."""

NAME = "Invented figures"
#: 25 months; from October 2025 there are fewer calls and missing episodes than before.
TEXT = """Month,Calls to police,Missing episodes,Restraints,Children in care
Sep-24,22,35,2,410
Oct-24,21,34,3,412
Nov-24,17,29,1,415
Dec-24,24,38,4,411
Jan-25,19,31,2,418
Feb-25,16,36,0,420
Mar-25,22,27,5,419
Apr-25,25,33,2,423
May-25,18,40,3,421
Jun-25,20,30,1,425
Jul-25,23,35,6,424
Aug-25,17,32,2,428
Sep-25,21,37,3,430
Oct-25,14,28,1,427
Nov-25,11,31,<5,431
Dec-25,15,26,2,433
Jan-26,10,29,1,430
Feb-26,12,33,0,434
Mar-26,9,25,2,436
Apr-26,13,30,,435
May-26,11,27,1,438
Jun-26,8,31,3,437
Jul-26,12,24,2,440
Aug-26,10,28,1,441
Sep-26,9,26,0,439
"""
#: The position of the first period after the change.
CHANGE = 13
